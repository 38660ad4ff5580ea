// swift-tools-version: 6.2

import PackageDescription

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// The encoder's kernels are twice as fast with the vectors that processors have had since 2013 (Haswell, Excavator).
#if arch(x86_64)
    let processor = ["-Xcc", "-march=x86-64-v3"]
#else
    let processor: [String] = []
#endif

/// One stage of the way from bytes to the letter; it may import only the stages named before it.
func stage(
    _ name: String, after: [String], products: [Target.Dependency] = [], resources: [Resource] = [], also: [SwiftSetting] = []
) -> Target {
    .target(
        name: name,
        dependencies: after.map { .byName(name: $0) } + products,
        resources: resources,
        swiftSettings: house + also)
}

/// The tests of a stage; `data` are folders beside them that are no sources.
func tests(_ name: String, also: [String] = [], products: [Target.Dependency] = [], data: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: ([name] + also).map { .byName(name: $0) } + products,
        exclude: data,
        swiftSettings: house)
}

let package = Package(
    name: "demarche",
    products: [
        .executable(name: "demarche", targets: ["demarche"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", path: "Sources/CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),

        .systemLibrary(name: "CCurl", path: "Sources/CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),

        // Vectors need an optimising compiler, whatever is built.
        .target(name: "CKernels", cSettings: [.unsafeFlags(["-O2"])]),

        .systemLibrary(name: "CDNNL", path: "Sources/CDNNL", providers: [.apt(["libdnnl-dev"])]),

        stage(
            "Reading", after: ["CLibXML2", "CCurl", "CZlib", "CZstd"],
            products: [.product(name: "Crypto", package: "swift-crypto")],
            resources: [.copy("Resources")],
            // Pages are scanned byte by byte, and its tests ask for their speed.
            also: [.unsafeFlags(["-O"], .when(configuration: .debug))]),
        // The encoder is a thousand times slower unoptimised, which no test run would bear.
        stage(
            "Language", after: ["CDNNL", "CKernels", "Reading"], resources: [.copy("Resources")],
            also: [.unsafeFlags(["-O"], .when(configuration: .debug)), .unsafeFlags(processor)]),
        // The World is read and scanned by thousands of names, and its tests ask for their speed.
        stage(
            "World", after: ["Reading", "Language"], resources: [.copy("Resources")],
            also: [.unsafeFlags(["-O"], .when(configuration: .debug))]),
        stage(
            "Coding", after: ["Reading", "Language", "World"], products: [.product(name: "Crypto", package: "swift-crypto")],
            resources: [.copy("Resources")]),
        stage(
            "Record", after: ["CZlib", "Reading", "Language", "World", "Coding"],
            products: [.product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto")],
            resources: [.copy("Resources")]),
        stage(
            "Briefing", after: ["CCurl", "Reading", "Language", "World", "Coding", "Record"],
            products: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            resources: [.copy("Resources")]),
        stage(
            "Desk", after: ["Reading", "Language", "World", "Coding", "Record", "Briefing"],
            products: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            resources: [.copy("Resources")]),
        .executableTarget(
            name: "demarche",
            dependencies: [
                "Reading", "Language", "World", "Coding", "Record", "Briefing", "Desk",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: house),

        .executableTarget(name: "search-benchmark", dependencies: ["Record"], path: "Benchmarks/Search", swiftSettings: house),
        .executableTarget(
            name: "tension-simulation", dependencies: ["Reading", "Record"], path: "Benchmarks/Tension", swiftSettings: house),
        .executableTarget(name: "throughput", dependencies: ["Language"], path: "Benchmarks/Throughput", swiftSettings: house),
        .executableTarget(
            name: "growth",
            dependencies: ["Reading", "Language", "World", "Coding", "Record", .product(name: "GRDB", package: "GRDB.swift")],
            path: "Benchmarks/Growth", swiftSettings: house),

        .executableTarget(
            name: "feed-reading", dependencies: ["Reading"], path: "Benchmarks/FeedReading", swiftSettings: house),

        .target(name: "LocalServer", path: "Tests/LocalServer", swiftSettings: house),
        tests("Reading", also: ["LocalServer"], data: ["Feeds/Cases"]),
        tests("Language", data: ["Reference"]),
        tests("World", also: ["Reading", "Language"], data: ["Probe"]),
        tests("Coding", also: ["Reading", "Language", "World"], data: ["HardCases"]),
        tests(
            "Record", also: ["Reading", "Language", "World", "Coding"], products: [.product(name: "GRDB", package: "GRDB.swift")]),
        tests(
            "Briefing", also: ["Reading", "Language", "World", "Coding", "Record"],
            products: [.product(name: "GRDB", package: "GRDB.swift")]),
        tests(
            "Desk", also: ["Reading", "World", "Coding", "Record", "Briefing", "LocalServer"],
            products: [.product(name: "Logging", package: "swift-log")]),
        tests(
            "demarche", also: ["Reading", "Coding", "Record", "Briefing", "LocalServer"],
            products: [.product(name: "GRDB", package: "GRDB.swift")]),
    ]
)
