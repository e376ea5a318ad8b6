"""The director's desk: everything that is needed while a show is on air."""
