import ArgumentParser
import Desk
import Foundation

struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Makes, shows, changes and removes the accounts of those who sign in at `demarche serve`.",
        discussion: """
            Accounts lie in a file of their own beside the record. The password is read from standard input, so that no
            list of processes shows it; a terminal asks for it.

              demarche user add leyla --role owner
              demarche user list
              demarche user password leyla < new-password.txt
            """,
        subcommands: [UserAdd.self, UserList.self, UserPassword.self, UserRole.self, UserRemove.self])
}

/// The password that standard input gives: one line.
enum PasswordInput {
    static func read() throws -> String {
        let isTerminal = isatty(STDIN_FILENO) == 1
        var settings = termios()
        if isTerminal {
            FileHandle.standardError.write(Data("Password: ".utf8))
            tcgetattr(STDIN_FILENO, &settings)
            var silent = settings
            silent.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        }
        let line = readLine()
        if isTerminal {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
            FileHandle.standardError.write(Data("\n".utf8))
        }
        guard let line, !line.isEmpty else {
            throw ValidationError("There is no password on standard input; type it, or give it as `… < password.txt`.")
        }
        return line
    }
}

struct UserAdd: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Makes an account.")

    @Argument(help: "Its name.") var name: String
    @Option(help: "What it may do: reader, editor or owner.") var role: Role = .reader
    @OptionGroup var record: RecordOption

    func run() throws {
        try Accounts(besides: record.path).add(name, role, password: PasswordInput.read())
        Lines.write("\(name) may sign in as \(role.rawValue)")
    }
}

struct UserList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Shows the accounts.")

    @OptionGroup var record: RecordOption

    func run() throws {
        for account in try Accounts(besides: record.path).all() {
            Lines.write("\(account.name)\t\(account.role.rawValue)\tsince \(account.made.prefix(10))")
        }
    }
}

struct UserPassword: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Sets another password, which ends all sessions of the account.")

    @Argument(help: "The account's name.") var name: String
    @OptionGroup var record: RecordOption

    func run() throws { try Accounts(besides: record.path).setPassword(PasswordInput.read(), of: name) }
}

struct UserRole: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Gives an account another role, which ends all its sessions.")

    @Argument(help: "The account's name.") var name: String
    @Argument(help: "reader, editor or owner.") var role: Role
    @OptionGroup var record: RecordOption

    func run() throws { try Accounts(besides: record.path).setRole(role, of: name) }
}

struct UserRemove: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Removes an account and ends its sessions.")

    @Argument(help: "The account's name.") var name: String
    @OptionGroup var record: RecordOption

    func run() throws { try Accounts(besides: record.path).remove(name) }
}

extension Role: ExpressibleByArgument {}
