// Help, made from the table of words: the same in every face.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "src/page/keys.h"
#include "src/page/page.h"

namespace folkmoot {

/// What can be done here: `about` says what the screen is for, then the most useful words, one a line, then the names
/// of the others. `possible` has the most useful first.
Page help_page(std::string_view about, std::span<const Word> possible, const Keys& keys = {});

/// Every word, by where it belongs.
Page help_on_everything(const Keys& keys = {});

/// One word: what it does, what follows it, its key, an example. Several short lines.
std::string help_on(Word word, const Keys& keys = {});

/// "note TEXT, key n"
std::string typed_as(const WordInfo& row, const Keys& keys = {});
/// The same with what it does: "note TEXT, key n: Writes a note."
std::string help_line(const WordInfo& row, const Keys& keys = {});

/// What is said of a line that is no word: what was typed, what came near, an example.
std::string unread_in_words(const Unread& unread, std::span<const Word> possible);

/// Why words after a word that takes none change nothing; empty when there are none, or it takes some. For a number
/// after `next` or `skip`, what was probably meant.
std::string takes_nothing(const Intent& intent);

/// In words for a heading: "In an item".
std::string_view in_words(Where where);

}  // namespace folkmoot
