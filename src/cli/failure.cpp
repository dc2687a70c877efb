#include "src/cli/failure.h"

#include <fmt/format.h>

#include "src/cli/surroundings.h"
#include "src/log/log.h"

namespace folkmoot {

namespace {

int said(const std::string& why, int status) {
    print_error("folkmoot: " + why + "\n");
    return status;
}

}  // namespace

OutputLost::OutputLost(const std::string& reason, const std::string& program)
    : Error(fmt::format("The output could not be written: {}. What was done is kept. An open meeting stays open. "
                        "Take it up again with: {} resume",
                        reason, program)) {}

int finish(const Finished& finished) {
    print_error(finished.err);
    if (finished.for_programs)
        print_for_programs(finished.out);
    else
        finished.for_people ? print_for_people(finished.out) : print_out(finished.out);
    return finished.status;
}

int report_failure() {
    constexpr int failed = 1;
    constexpr int wrong_usage = 2;
    try {
        throw;
    } catch (const Usage& error) {
        return said(error.what(), wrong_usage);
    } catch (const Error& error) {
        return said(error.what(), failed);
    } catch (const std::exception& error) {
        return said(std::string("Something went wrong that should not: ") + error.what(), failed);
    } catch (...) {
        return said("Something went wrong that should not.", failed);
    }
}

std::vector<std::string> notices(const Log& log, const Settings& settings) {
    std::vector<std::string> all = log.notices();
    for (const auto& fault : settings.faults) all.push_back(fault.sentence());
    return all;
}

}  // namespace folkmoot
