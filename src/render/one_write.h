// Sends what curses draws in one piece.
#pragma once

namespace folkmoot {

/// curses hands every row to the terminal by itself, and a screen reader that looks in between says what stood there
/// before. While a Piece lives, what is written to the descriptor is gathered; at its end it is sent at once.
class OneWrite {
public:
    /// `written_to` is the descriptor that curses has, `terminal` another one of the same terminal.
    OneWrite(int written_to, int terminal);
    ~OneWrite();
    OneWrite(const OneWrite&) = delete;
    OneWrite& operator=(const OneWrite&) = delete;

    class Piece {
    public:
        explicit Piece(OneWrite& all);
        ~Piece();
        Piece(const Piece&) = delete;
        Piece& operator=(const Piece&) = delete;

    private:
        OneWrite& all_;
        bool gathers_ = false;
    };

private:
    void send();

    int written_to_;
    int terminal_;
    int gathered_;
};

}  // namespace folkmoot
