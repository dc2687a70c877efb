// A question outside a meeting: asked until it is answered.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "src/render/renderer.h"

namespace folkmoot {

/// The choice, by its number, its word or a shortening; `next` takes the first. Nothing when the input ends or the
/// program is asked to stop.
/// `before`: what is read before it, shown whole. `also`: other words for a choice, counted from 0.
std::optional<std::size_t> ask(Renderer& renderer, const Question& question,
                               const std::optional<Page>& before = std::nullopt,
                               const std::map<std::string, std::size_t>& also = {});

}  // namespace folkmoot
