// A question outside a meeting: asked until it is answered.
#pragma once

#include <cstddef>
#include <optional>

#include "src/render/renderer.h"

namespace folkmoot {

/// The choice, by its number, its word or a shortening; `next` takes the first. Nothing when the input ends or the
/// program is asked to stop.
/// `before`: what is read before it, shown whole.
std::optional<std::size_t> ask(Renderer& renderer, const Question& question,
                               const std::optional<Page>& before = std::nullopt);

}  // namespace folkmoot
