"""A road: editions on a stick or in a mail."""
