"""The pages of the site, each finished here: the publishing engine adds only the frame."""
