"""Charts as inline SVG, made when the site is built: values in, safe markup out."""
