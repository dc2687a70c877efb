#include "src/base/id.h"

#include <set>

#include "src/base/hash.h"
#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

std::string hex_of(const Sha256& hash) {
    std::string out;
    for (const std::uint8_t byte : hash) {
        out += "0123456789abcdef"[byte / 16];
        out += "0123456789abcdef"[byte % 16];
    }
    return out;
}

}  // namespace

TEST_CASE("SHA-256 gives the digests of the standard") {
    CHECK(hex_of(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex_of(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex_of(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(hex_of(sha256(std::string(1000000, 'a'))) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("Hashing in pieces is hashing the whole") {
    CHECK(Hasher().add("ab").add("").add("c").finish() == sha256("abc"));
    Hasher first;
    first.add("ab");
    Hasher second = first;
    CHECK(first.add("c").finish() == sha256("abc"));
    CHECK(second.add("d").finish() == sha256("abd"));
}

TEST_CASE("Fields cannot run into one another") {
    CHECK(Hasher().add_field("ab").add_field("c").finish() != Hasher().add_field("a").add_field("bc").finish());
    CHECK(Hasher().add_number(-1).finish() != Hasher().add_number(1).finish());
}

TEST_CASE("A hashed number is eight bytes, the highest first") {
    using namespace std::string_view_literals;
    CHECK(Hasher().add_number(258).finish() == sha256("\0\0\0\0\0\0\1\2"sv));
}

TEST_CASE("An id is written and read as 32 hexadecimal digits") {
    const auto id = Id128::from_hex("00112233445566778899aAbBcCdDeEfF");
    REQUIRE(id);
    CHECK(id->hex() == "00112233445566778899aabbccddeeff");
    CHECK(id->shown() == "00112233");
    CHECK(id->shown(0) == "0");
    CHECK(id->shown(99) == id->hex());
    CHECK_FALSE(id->empty());
    CHECK(Id128().empty());
}

TEST_CASE("Anything but 32 hexadecimal digits is no id") {
    CHECK_FALSE(Id128::from_hex(""));
    CHECK_FALSE(Id128::from_hex("00112233445566778899aabbccddeef"));
    CHECK_FALSE(Id128::from_hex("00112233445566778899aabbccddeeff0"));
    CHECK_FALSE(Id128::from_hex("00112233445566778899aabbccddeefg"));
    CHECK_FALSE(Id128::from_hex("+0112233445566778899aabbccddeeff"));
}

TEST_CASE("A derived id depends on all three things it follows from") {
    const Id128 from = *Id128::from_hex("00112233445566778899aabbccddeeff");
    const Id128 id = derived_id(from, 7, "person");
    CHECK(id == derived_id(from, 7, "person"));
    CHECK(id != derived_id(from, 8, "person"));
    CHECK(id != derived_id(from, 7, "action"));
    CHECK(id != derived_id(Id128(), 7, "person"));
}

TEST_CASE("The same seed gives the same ids in the same order") {
    IdSource one("seed");
    IdSource two("seed");
    IdSource other("other");
    std::set<Id128> seen;
    for (int i = 0; i < 100; ++i) {
        const Id128 id = one.next();
        CHECK(id == two.next());
        CHECK(id != other.next());
        seen.insert(id);
    }
    CHECK(seen.size() == 100);
}

TEST_CASE("Without a seed ids are random") {
    IdSource one;
    IdSource two;
    CHECK(one.next() != two.next());
    CHECK_FALSE(one.next().empty());
}
