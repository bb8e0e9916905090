import Foundation

/// LibreOffice, which saves workbooks as other people's programs do.
enum Office {
  static let path = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Opens the files and saves them anew as workbooks in `target`; `settings` are of a profile of their own.
  static func saveAnew(_ files: [String], into target: String, in folder: URL, settings: String? = nil) throws {
    guard let path else { return }
    if let settings {
      let user = folder.appending(path: "office/user")
      try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
      try Data(settings.utf8).write(to: user.appending(path: "registrymodifications.xcu"))
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.arguments =
      [
        "120", path, "--headless", "-env:UserInstallation=file://\(folder.path)/office", "--convert-to",
        "xlsx:Calc MS Excel 2007 XML", "--outdir", target,
      ] + files
    try process.run()
    process.waitUntilExit()
  }
}
