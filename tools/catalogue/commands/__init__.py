"""What each command of the command line does. Only here are files written."""
