// Where acts are made durable. Implemented by the log.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "src/session/codec.h"
#include "src/session/events.h"

namespace folkmoot {

enum class StreamKind { partnership, meeting };

/// Events to add to one stream, following its event number `after` (0: the stream is new).
struct StreamAppend {
    Id128 stream;
    StreamKind kind = StreamKind::meeting;
    Sequence after = 0;
    Stamp at;
    std::vector<Encoded> events;
};

class Journal {
public:
    virtual ~Journal() = default;
    /// All of it in one transaction, on disk when this returns. WriteError: nothing of it was written, in words with
    /// the path; trying again is safe.
    virtual void append(std::span<const StreamAppend> appends) = 0;
    /// What is half typed in this meeting now, apart from its events; an empty line: nothing any more. WriteError.
    virtual void keep_draft(const MeetingId& meeting, std::string_view line) = 0;
};

}  // namespace folkmoot
