"""A chapter to be shown in class: its questions and charts as slides, its teaching notes beside them."""
