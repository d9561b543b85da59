"""Whether a span is an ad, boilerplate or the author's: by evidence, with the reasons."""
