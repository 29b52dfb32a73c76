"""What a form check is: asked of a draft, it gives the words for what is missing, or None."""

from dataclasses import dataclass

from casebook.exercise.form.draft import Draft


class FormCheck:
    """One thing that the form of a text needs; `blocks` says whether the text waits for it."""

    blocks = True

    def __call__(self, draft: Draft) -> str | None:
        """What is missing in the draft, in words, or None."""
        raise TypeError(f"{type(self).__name__} does not say what it looks for")


@dataclass(frozen=True)
class Soft(FormCheck):
    """A check whose words are a second look: shown with the text, and nobody waits for it."""

    check: FormCheck
    blocks = False

    def __call__(self, draft: Draft) -> str | None:
        return self.check(draft)
