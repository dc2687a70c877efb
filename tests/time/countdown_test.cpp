#include "src/time/countdown.h"

#include "tests/support/catch.h"

using namespace folkmoot;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

Threshold left(Millis time) { return {Threshold::Kind::time_left, 0.5, time}; }
Threshold share(double gone) { return {Threshold::Kind::share_gone, gone, Millis{0}}; }

/// Every notice from `said` on, in order, until none comes or `until` is reached.
std::vector<TimeNotice> all_notices(Millis planned, Millis until, const std::vector<Threshold>& thresholds,
                                    Millis said = Millis{0}) {
    std::vector<TimeNotice> all;
    while (const auto notice = next_notice(planned, said, thresholds, true)) {
        if (notice->at > until) break;
        all.push_back(*notice);
        said = notice->at;
    }
    return all;
}

}  // namespace

TEST_CASE("A slot of 20 minutes speaks at half, five left, one left, the end and every two minutes over") {
    CHECK(all_notices(minutes{20}, minutes{24}, default_thresholds()) ==
          std::vector<TimeNotice>{{minutes{10}, minutes{10}, true},
                                  {minutes{15}, minutes{5}, false},
                                  {minutes{19}, minutes{1}, false},
                                  {minutes{20}, minutes{0}, false},
                                  {minutes{22}, minutes{-2}, false},
                                  {minutes{24}, minutes{-4}, false}});
}

TEST_CASE("A slot of five minutes does not say five minutes left at its start") {
    CHECK(all_notices(minutes{5}, minutes{5}, default_thresholds()) ==
          std::vector<TimeNotice>{
              {seconds{150}, seconds{150}, true}, {minutes{4}, minutes{1}, false}, {minutes{5}, minutes{0}, false}});
}

TEST_CASE("Half of ten minutes and five minutes left are one notice") {
    CHECK(all_notices(minutes{10}, minutes{10}, default_thresholds()) ==
          std::vector<TimeNotice>{
              {minutes{5}, minutes{5}, false}, {minutes{9}, minutes{1}, false}, {minutes{10}, minutes{0}, false}});
}

TEST_CASE("Half of two minutes and one minute left are one notice") {
    CHECK(all_notices(minutes{2}, minutes{2}, default_thresholds()) ==
          std::vector<TimeNotice>{{minutes{1}, minutes{1}, false}, {minutes{2}, minutes{0}, false}});
}

TEST_CASE("In a slot of seven minutes the half is left out, because five minutes left came just before") {
    CHECK_FALSE(next_notice(Minutes{7}, Millis{0}, default_thresholds(), true)->half);
    CHECK(next_notice(Minutes{7}, Minutes{2}, default_thresholds(), true)->at == Minutes{6});
    CHECK(next_notice(Minutes{14}, Millis{0}, default_thresholds(), true)->half);
}

TEST_CASE("A notice within 30 seconds of a later one is left out") {
    const std::vector<Threshold> close = {left(seconds{90}), left(seconds{60})};
    CHECK(all_notices(minutes{20}, minutes{19}, close).size() == 1);
    const std::vector<Threshold> apart = {left(seconds{91}), left(seconds{60})};
    CHECK(all_notices(minutes{20}, minutes{19}, apart).size() == 2);
}

TEST_CASE("An extension adds the notices that come later") {
    CHECK(all_notices(minutes{30}, minutes{30}, default_thresholds(), minutes{20}) ==
          std::vector<TimeNotice>{
              {minutes{25}, minutes{5}, false}, {minutes{29}, minutes{1}, false}, {minutes{30}, minutes{0}, false}});
}

TEST_CASE("An answered overrun is not said again, but the end always is") {
    CHECK_FALSE(next_notice(minutes{20}, minutes{20}, default_thresholds(), false));
    const auto end = next_notice(minutes{20}, minutes{19}, default_thresholds(), false);
    REQUIRE(end);
    CHECK(end->at == minutes{20});
}

TEST_CASE("An overrun keeps its rhythm after a gap") {
    const auto notice = next_notice(minutes{20}, minutes{25}, default_thresholds(), true);
    REQUIRE(notice);
    CHECK(notice->at == minutes{26});
    CHECK(notice->left == minutes{-6});
}

TEST_CASE("A slot without a planned time says nothing") {
    CHECK_FALSE(next_notice(Millis{0}, Millis{0}, default_thresholds(), true));
    CHECK_FALSE(next_notice(minutes{-1}, Millis{0}, default_thresholds(), true));
}

TEST_CASE("Thresholds that mean nothing are left out") {
    const std::vector<Threshold> odd = {share(0), share(1), share(-3), share(7), left(Millis{0}), left(minutes{-1})};
    CHECK(all_notices(minutes{20}, minutes{20}, odd).size() == 1);
    CHECK(all_notices(minutes{20}, minutes{20}, {}).size() == 1);
}

TEST_CASE("The order in which thresholds are given does not matter") {
    const std::vector<Threshold> given = {left(minutes{1}), share(0.75), left(minutes{10})};
    CHECK(all_notices(minutes{20}, minutes{20}, given) == std::vector<TimeNotice>{{minutes{10}, minutes{10}, false},
                                                                                  {minutes{15}, minutes{5}, true},
                                                                                  {minutes{19}, minutes{1}, false},
                                                                                  {minutes{20}, minutes{0}, false}});
}
