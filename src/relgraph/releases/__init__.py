"""Text, Markdown and saved pages become releases; what a page carries along stays outside."""
