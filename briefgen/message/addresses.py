"""Addresses: what people write -> what mail is sent to."""

LONGEST = 254
"""Octets of an address (RFC 5321, section 4.5.3.1.3, without the angle brackets)."""


def routable(written: str) -> str:
    """Return the address with its domain in ASCII (IDNA 2008); the part before it may be Unicode.

    Raises ValueError, which says what is wrong, for what is no address of a mailbox on the
    Internet.
    """
    from email_validator import EmailNotValidError, validate_email

    try:
        checked = validate_email(written, check_deliverability=False)
    except EmailNotValidError as error:
        raise ValueError(str(error)) from error
    address = f"{checked.local_part}@{checked.ascii_domain}"
    if len(address.encode()) > LONGEST:
        raise ValueError(f"It is longer than {LONGEST} octets.")
    return address


def same(address: str) -> str:
    """Return what two spellings of one mailbox share; no provider tells capitals apart."""
    return address.casefold()
