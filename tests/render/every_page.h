// A page of every place of a meeting, and those outside.
#pragma once

#include <string>
#include <vector>

#include "src/page/page.h"

namespace folkmoot::tests {

struct Shown {
    std::string name;
    Page page;
};

std::vector<Shown> every_page();

}  // namespace folkmoot::tests
