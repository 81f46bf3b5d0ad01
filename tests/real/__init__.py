"""What towns have: a collection of invented senders, and how every layout ends with each."""
