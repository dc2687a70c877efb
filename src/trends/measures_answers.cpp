// What people answered: scores, passes, the pulse. No figure here, and no difference between figures, is of fewer
// than `fewest_people`. The pulse has no partners.
#include <algorithm>

#include "src/trends/definitions.h"
#include "src/trends/few.h"
#include "src/trends/measures.h"
#include "src/trends/pulse.h"

namespace folkmoot {

using namespace measuring;

namespace {

/// What a number of people answered.
struct Answered {
    std::size_t people = 0;
    double value = 0.0;
    std::size_t n = 0;
};

/// Each partner's part of one total that is told as well; none that the total would give away.
template <class Of>
Found told_by_partner(const State& meeting, Of answered_by) {
    std::vector<Answered> answered;
    std::vector<std::size_t> people;
    for (const Partner& partner : meeting.partners) {
        answered.push_back(answered_by(&partner));
        people.push_back(answered.back().people);
    }
    const auto told = tellable(people);
    Found found;
    std::vector<Named> named;
    for (std::size_t i = 0; i < answered.size(); ++i) {
        if (answered[i].people == 0) continue;
        if (told[i])
            named.push_back(of_partner(meeting, meeting.partners[i], {answered[i].value, answered[i].n}));
        else
            found.why = Why::few_people;
    }
    found.values = std::move(named);
    return found;
}

Found told(const Answered& answered) {
    if (answered.people == 0) return {};
    if (answered.people < fewest_people) return Why::few_people;
    return Value{answered.value, answered.n};
}

bool is_of(const State& meeting, const PersonId& id, const Partner* partner) {
    if (partner == nullptr) return true;
    const Person* person = find_person(meeting.people, id);
    return person != nullptr && person->partner == partner->id;
}

/// Of one partner, or of all.
Answered mean_score(const State& meeting, const Round& round, const Partner* partner) {
    double sum = 0.0;
    std::size_t n = 0;
    for (const RoundAnswer& each : round.answers) {
        if (!each.score || !is_of(meeting, each.person, partner)) continue;
        sum += *each.score;
        ++n;
    }
    return {n, n == 0 ? 0.0 : sum / static_cast<double>(n), n};
}

Answered passes(const State& meeting, const Partner* partner) {
    std::vector<PersonId> people;
    std::size_t answers = 0, passed = 0;
    for (const Round* round : {&meeting.checkin, &meeting.checkout}) {
        for (const RoundAnswer& each : round->answers) {
            if (each.answer == Answer::away || each.answer == Answer::later) continue;
            if (!is_of(meeting, each.person, partner)) continue;
            ++answers;
            if (each.answer == Answer::passed) ++passed;
            if (std::ranges::find(people, each.person) == people.end()) people.push_back(each.person);
        }
    }
    return {people.size(), answers == 0 ? 0.0 : static_cast<double>(passed) / static_cast<double>(answers), answers};
}

/// Scores of another scale are another series.
Found on_scale(const State& meeting, Found found) {
    for (Named& each : found.values) {
        each.scale = meeting.plan.scale;
        if (each.scale) each.key += std::to_string(each.scale->low) + " to " + std::to_string(each.scale->high);
    }
    return found;
}

Found score(const State& meeting, const Round& round) {
    return on_scale(meeting, told(mean_score(meeting, round, nullptr)));
}

Found score_by_partner(const State& meeting, const Round& round) {
    return on_scale(
        meeting, told_by_partner(meeting, [&](const Partner* partner) { return mean_score(meeting, round, partner); }));
}

/// Where both rounds are told, the one less the other.
Found change(const Found& before, const Found& after) {
    const auto has_none = [](const Found& round) { return round.values.empty() && !round.why; };
    if (has_none(before) || has_none(after)) return {};
    Found found;
    for (const Named& late : after.values) {
        const auto early = std::ranges::find(before.values, late.key, &Named::key);
        if (early == before.values.end()) continue;
        found.values.push_back(late);
        found.values.back().value = {late.value.value - early->value.value, std::min(late.value.n, early->value.n)};
    }
    found.why = before.why ? before.why : after.why;
    return found;
}

Found pulse(const State& meeting) {
    Found found;
    const Scale& scale = meeting.plan.pulse_scale;
    const std::string steps = std::to_string(scale.low) + " to " + std::to_string(scale.high) + " ";
    for (const StatementAnswers& each : pulse_answers(meeting)) {
        if (each.told())
            found.values.push_back({{each.mean, each.n}, steps + each.statement, each.statement, {}, {}, scale});
        else
            found.why = Why::few_people;
    }
    return found;
}

}  // namespace

std::vector<Definition> definitions_of_answers() {
    const auto measure = [](std::string key, std::string title, std::string formula, Unit unit, Split split, auto of) {
        return Definition{{std::move(key), std::move(title), std::move(formula), "", unit, split, {}, {}}, of};
    };
    const std::string four = " From four people up.";
    const std::string parts =
        " Only of partners with four people or more who answered, and when what is left of the total has as many.";
    const auto in_of = [](const State& meeting) { return score(meeting, meeting.checkin); };
    const auto out_of = [](const State& meeting) { return score(meeting, meeting.checkout); };
    const auto in_by = [](const State& meeting) { return score_by_partner(meeting, meeting.checkin); };
    const auto out_by = [](const State& meeting) { return score_by_partner(meeting, meeting.checkout); };
    return {
        measure("checkin-score", "Check-in score", "The mean of the scores." + four, Unit::score, Split::none, in_of),
        measure("checkin-score-by-partner", "Check-in score by partner", "The same." + parts, Unit::score,
                Split::partner, in_by),
        measure("checkout-score", "Check-out score", "The mean of the scores." + four, Unit::score, Split::none,
                out_of),
        measure("checkout-score-by-partner", "Check-out score by partner", "The same." + parts, Unit::score,
                Split::partner, out_by),
        measure("score-change", "Change from check-in to check-out",
                "The mean check-out score less the mean check-in score, when both are told; n is the smaller.",
                Unit::score, Split::none,
                [=](const State& meeting) { return change(in_of(meeting), out_of(meeting)); }),
        measure("score-change-by-partner", "Change from check-in to check-out by partner", "The same, of each partner.",
                Unit::score, Split::partner,
                [=](const State& meeting) { return change(in_by(meeting), out_by(meeting)); }),
        measure("passes", "Passes", "Of all answers in both rounds, the share of passes." + four, Unit::share,
                Split::none, [](const State& meeting) { return told(passes(meeting, nullptr)); }),
        measure("passes-by-partner", "Passes by partner", "The same." + parts, Unit::share, Split::partner,
                [](const State& meeting) {
                    return told_by_partner(meeting, [&](const Partner* partner) { return passes(meeting, partner); });
                }),
        measure("pulse", "Pulse", "The mean answer to each statement; never by partner." + four, Unit::score,
                Split::statement, pulse),
    };
}

}  // namespace folkmoot
