"""A road: editions on a stick or in a mail, as BagIt 1.0 folders (RFC 8493)."""
