"""Text, Markdown, saved pages and PDF become releases; what a page carries along stays outside."""
