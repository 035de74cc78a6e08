"""One zstd frame (RFC 8878) with a known content size, against a dictionary that both sides can derive.

Invariant: nothing is decompressed before the announced size is within the limit, and never more than was announced.
"""

from __future__ import annotations

import zstandard

from hubdesk.errors import Untrusted

WINDOW = 8 * 1024 * 1024
LEVEL = 19


def _dictionary(content: bytes) -> zstandard.ZstdCompressionDict | None:
    if not content:
        return None
    return zstandard.ZstdCompressionDict(content, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


def pack(content: bytes, dictionary: bytes = b"", level: int = LEVEL) -> bytes:
    """Return `content` as one frame that names its content size."""
    return zstandard.ZstdCompressor(level=level, dict_data=_dictionary(dictionary)).compress(content)


def unpack(frame: bytes, limit: int, dictionary: bytes = b"") -> bytes:
    """Return the content of one frame of at most `limit` bytes.

    Raises Untrusted("frame-size") when the size is not announced or above the limit, Untrusted("frame-broken").
    """
    try:
        size = zstandard.get_frame_parameters(frame).content_size
        if size > limit:  # the library gives 2**64 - 1 for a size that is not announced
            raise Untrusted("frame-size", size=size, limit=limit)
        if size == 0:
            return b""
        reader = zstandard.ZstdDecompressor(dict_data=_dictionary(dictionary), max_window_size=2 * WINDOW)
        return reader.decompress(frame, max_output_size=size)
    except zstandard.ZstdError as error:
        raise Untrusted("frame-broken", reason=str(error)) from error


def lines(content: bytes, most: int) -> list[bytes]:
    """Return the lines of what a frame held; none for nothing.

    Raises Untrusted("frame-broken") above `most`, counted before it is cut up: line ends alone would fill the memory.
    """
    if content and content.count(b"\n") >= most:
        raise Untrusted("frame-broken", reason="lines")
    return content.split(b"\n") if content else []
