// What a Log is made of, for the files of this room.
#pragma once

#include <fmt/format.h>

#include <utility>

#include "src/log/connection.h"
#include "src/log/failure.h"
#include "src/log/search.h"
#include "src/log/store.h"
#include "src/log/summaries.h"
#include "src/log/watch.h"

namespace folkmoot::log {

struct Parts {
    Parts(const std::filesystem::path& path, LogMode mode)
        : connection(path, mode), store(connection), summaries(connection, store, watch), search(connection, watch) {}

    /// Asks a question of one moment; what SQLite answers badly becomes a plain Error.
    template <class F>
    auto ask(F&& question) {
        try {
            return twice([&] {
                const OneMoment moment(connection.db());
                return question();
            });
        } catch (const SQLite::Exception& failure) {
            throw Error(connection.words_for(failure));
        }
    }

    /// The same, with the summaries brought up to date before. The writer does that in a transaction of its own.
    template <class F>
    auto ask_summaries(F&& question) {
        if (connection.mode() == LogMode::write) {
            try {
                summaries.refresh();
            } catch (const SQLite::Exception& failure) {
                throw Error(connection.words_for(failure));
            }
            return ask(std::forward<F>(question));
        }
        return ask([&] {
            summaries.refresh();
            return question();
        });
    }

    Watch watch;
    Connection connection;
    Store store;
    Summaries summaries;
    SearchIndex search;
    bool checked = false;  ///< the quick check after an unclean end has been made
};

}  // namespace folkmoot::log
