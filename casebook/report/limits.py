"""What a submission may use while it runs, and what of it the system keeps by itself."""

from dataclasses import dataclass

try:
    import resource
except ImportError:  # Windows keeps none of these for a process
    resource = None  # type: ignore[assignment]  # a module that may be lacking has no type of its own

# Whether the system itself keeps limits here.
KEPT = resource is not None
MEGABYTE = 2**20


@dataclass(frozen=True)
class Limits:
    """How much one submission may use.

    Attributes
    ----------
    seconds, cell_seconds : float
        For the whole submission, and for one cell.
    memory, file, disk : int
        Bytes: in memory; in the largest file; in all files together.
    files, processes : int
        How many at a time.
    """

    seconds: float = 180
    cell_seconds: float = 30
    memory: int = 1500 * MEGABYTE
    file: int = 50 * MEGABYTE
    disk: int = 200 * MEGABYTE
    files: int = 2000
    processes: int = 32

    def hold(self) -> None:
        """Have the system keep what it can for this process and those that it starts: memory, file size, time.

        The rest is watched from outside. On Windows the system keeps none of it.
        """
        if not KEPT:
            return
        held = {"RLIMIT_DATA": self.memory, "RLIMIT_FSIZE": self.file, "RLIMIT_CORE": 0, "RLIMIT_NOFILE": 512}
        for name, most in {**held, "RLIMIT_CPU": int(self.seconds) + 1}.items():
            kind = getattr(resource, name)
            _, hard = resource.getrlimit(kind)
            least = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (least, least))
