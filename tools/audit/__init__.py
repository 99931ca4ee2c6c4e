"""What `make audit` checks besides the tests; parts of it need Node, Java or the network."""
