/// A page that is to be found under another address.
struct Moved: Error {
    let address: Address
}
