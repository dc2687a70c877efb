// The checklist of a partnership's stage, to be read and ticked together.
#pragma once

#include "src/meeting/stage_sheet.h"
#include "src/page/page.h"

namespace folkmoot {

Page stage_page(const StageSheet& sheet, const Ways& ways);

}  // namespace folkmoot
