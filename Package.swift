// swift-tools-version: 6.2
import PackageDescription

// The targets stand in the order in which the data flows: bytes, container, grid, recognised table, plan, analysis,
// workbook. A target may import only what stands above it here; C is imported by LanmuContainer and LanmuWorkbook alone.
let package = Package(
  name: "lanmu",
  products: [
    .library(name: "Lanmu", targets: ["Lanmu"]),
    .executable(name: "lanmu", targets: ["LanmuCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    .target(name: "LanmuDiagnostics"),
    .target(name: "LanmuContainer", dependencies: ["LanmuDiagnostics", "CLibXML2", "CLibZip"]),
    .target(name: "LanmuGrid", dependencies: ["LanmuDiagnostics"]),
    .target(name: "LanmuReaders", dependencies: ["LanmuDiagnostics", "LanmuContainer", "LanmuGrid"]),
    .target(name: "LanmuRecognition", dependencies: ["LanmuDiagnostics", "LanmuGrid"]),
    .target(
      name: "LanmuPlan", dependencies: ["LanmuDiagnostics", "LanmuGrid", "LanmuRecognition"],
      resources: [.embedInCode("Units/Data/units.csv"), .embedInCode("Units/Data/successions.csv")]),
    .target(
      name: "LanmuAnalysis", dependencies: ["LanmuDiagnostics", "LanmuGrid", "LanmuRecognition", "LanmuPlan"],
      resources: [.embedInCode("Calendar/Data/working-days.csv")]),
    .target(
      name: "LanmuTemplates", path: "Templates", exclude: ["README.md"],
      resources: [.embedInCode("tasks.xlsx"), .embedInCode("census.xlsx"), .embedInCode("diff.xlsx")]),
    .target(name: "LanmuWorkbook", dependencies: ["LanmuDiagnostics", "LanmuContainer", "CLibXLSXWriter"]),
    .target(
      name: "LanmuReports",
      dependencies: [
        "LanmuDiagnostics", "LanmuAnalysis", "LanmuPlan", "LanmuContainer", "LanmuWorkbook", "LanmuTemplates",
      ]),
    .target(
      name: "Lanmu",
      dependencies: [
        "LanmuDiagnostics", "LanmuContainer", "LanmuGrid", "LanmuReaders", "LanmuRecognition", "LanmuPlan",
        "LanmuAnalysis", "LanmuWorkbook", "LanmuReports",
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [
        .embedInCode("Census/Rules/census-2015.yaml"), .embedInCode("Census/Rules/inspect-2019.yaml"),
        .embedInCode("Census/Rules/local.yaml"),
      ]),
    .target(
      name: "LanmuSamples", path: "Samples",
      exclude: [
        "README.md", "census-dask.py", "make-samples.py", "make-records.py", "make-returns.py", "plan_source.py",
        "golden", "pictures",
        "returns",
        "plan.xlsx", "plan.html", "plan.tsv", "plan.txt", "plan-revised.xlsx", "plan-revised.html", "plan-revised.tsv",
        "plan-revised.txt", "records-2026-11.csv",
      ],
      sources: ["BuiltInSamples.swift"],
      resources: [
        .embedInCode("plan.docx"), .embedInCode("plan-revised.docx"), .embedInCode("records-2026-11.xlsx"),
        .embedInCode("letters-2026-11.csv"), .embedInCode("links-2026-11.csv"), .embedInCode("probes-2026-11.csv"),
      ]),
    .executableTarget(
      name: "LanmuCLI",
      dependencies: [
        "Lanmu", "LanmuSamples", "LanmuDiagnostics", "LanmuContainer", "LanmuGrid", "LanmuReaders", "LanmuRecognition",
        "LanmuPlan",
        "LanmuAnalysis", "LanmuWorkbook", "LanmuReports", "LanmuTemplates",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(
      name: "LanmuTestSupport",
      dependencies: ["LanmuDiagnostics", "LanmuContainer", "LanmuGrid", "LanmuPlan", "LanmuRecognition"],
      path: "Tests/LanmuTestSupport"),
    .executableTarget(
      name: "LanmuBenchmarks",
      dependencies: [
        "Lanmu", "LanmuReaders", "LanmuRecognition", "LanmuContainer", "LanmuGrid", "LanmuDiagnostics", "LanmuWorkbook",
        "LanmuTestSupport",
      ],
      path: "Tests/LanmuBenchmarks"),
    .testTarget(name: "LanmuDiagnosticsTests", dependencies: ["LanmuDiagnostics"]),
    .testTarget(name: "LanmuContainerTests", dependencies: ["LanmuContainer", "LanmuDiagnostics", "LanmuTestSupport"]),
    .testTarget(name: "LanmuGridTests", dependencies: ["LanmuGrid", "LanmuDiagnostics"]),
    .testTarget(
      name: "LanmuReadersTests",
      dependencies: ["LanmuReaders", "LanmuContainer", "LanmuGrid", "LanmuDiagnostics", "LanmuTestSupport"],
      exclude: ["Corpus"]),
    .testTarget(
      name: "LanmuRecognitionTests",
      dependencies: ["LanmuRecognition", "LanmuReaders", "LanmuGrid", "LanmuDiagnostics", "LanmuTestSupport"]),
    .testTarget(
      name: "LanmuPlanTests",
      dependencies: ["LanmuPlan", "LanmuRecognition", "LanmuGrid", "LanmuDiagnostics", "LanmuTestSupport"]),
    .testTarget(
      name: "LanmuAnalysisTests",
      dependencies: [
        "LanmuAnalysis", "LanmuPlan", "LanmuRecognition", "LanmuGrid", "LanmuDiagnostics", "LanmuTestSupport",
      ]),
    .testTarget(
      name: "LanmuWorkbookTests",
      dependencies: [
        "LanmuWorkbook", "LanmuContainer", "LanmuReaders", "LanmuGrid", "LanmuDiagnostics", "LanmuTestSupport",
      ]),
    .testTarget(
      name: "LanmuReportsTests",
      dependencies: [
        "LanmuReports", "LanmuWorkbook", "LanmuAnalysis", "LanmuPlan", "LanmuReaders", "LanmuContainer", "LanmuGrid",
        "LanmuDiagnostics", "LanmuTestSupport",
      ]),
    .testTarget(
      name: "LanmuTests",
      dependencies: [
        "Lanmu", "LanmuReports", "LanmuWorkbook", "LanmuAnalysis", "LanmuPlan", "LanmuRecognition", "LanmuReaders",
        "LanmuGrid", "LanmuDiagnostics", "LanmuTestSupport",
      ]),
    .testTarget(
      name: "LanmuCommandTests",
      dependencies: ["LanmuCLI", "LanmuContainer", "LanmuDiagnostics", "LanmuTestSupport"], exclude: ["Cases"]),
  ],
  swiftLanguageModes: [.v6]
)

// One set of settings for every Swift target of ours.
// ExistentialAny: https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
// InternalImportsByDefault: https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
// MemberImportVisibility: https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
// Strict memory safety: https://github.com/swiftlang/swift-evolution/blob/main/proposals/0458-strict-memory-safety.md
for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
  ]
}
