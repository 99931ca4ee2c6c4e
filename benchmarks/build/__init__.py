"""How much building the site takes, beside other site builders on the same content in one run."""
