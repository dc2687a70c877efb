#include "src/render/script.h"

namespace folkmoot {

void Script::show(const Page& page) { pages.push_back(page); }

void Script::refresh(const Page& page) { refreshed.push_back(page); }

void Script::announce(const Announcement& announcement) { announcements.push_back(announcement); }

Input Script::read(std::optional<std::chrono::milliseconds> wait) {
    waits.push_back(wait);
    if (inputs.empty()) return input::End{};
    Input next = inputs.front();
    inputs.pop_front();
    if (const auto* draft = std::get_if<input::Draft>(&next))
        typing = draft->line;
    else if (std::holds_alternative<input::Line>(next) || std::holds_alternative<input::Chosen>(next))
        typing.clear();
    return next;
}

std::string Script::heard() const {
    std::string all;
    for (const auto& announcement : announcements) all += announcement.text + "\n";
    return all;
}

}  // namespace folkmoot
