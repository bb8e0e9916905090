import Foundation
import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import Testing

@testable import LanmuReaders

/// How a conversion that goes wrong ends, with scripts in the place of LibreOffice.
@Suite("Conversions that go wrong")
struct OfficeProgramTests {
  private static let document = ByteSource.memory(Array("{\\rtf1 x}".utf8), name: "plan.rtf")

  /// Runs a shell script as LibreOffice; gives the error and whether the script's directory is gone.
  private func failure(of script: String, timeLimit: Int = 20) throws -> (code: String, isCleanedUp: Bool) {
    let folder = try TemporaryDirectory()
    let note = "\(folder.path)/note"
    let program = try folder.write(
      Array("#!/bin/sh\necho \"$HOME\" > \(note)\n\(script)\n".utf8), named: "office")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
    var reader = ForeignReader(limits: .standard)
    reader.office = ExternalProgram(path: program)
    reader.timeLimit = timeLimit
    var code = ""
    // A script just written cannot be started while a process forked by another test still holds it open for writing.
    for attempt in 0..<50 where !FileManager.default.fileExists(atPath: note) {
      if attempt > 0 { usleep(20_000) }
      do throws(LanmuError) {
        _ = try reader.read(Self.document, format: .rtf)
      } catch {
        code = error.code.rawValue
        #expect(error.position.file == "plan.rtf")
      }
    }
    let home = try String(contentsOfFile: note, encoding: .utf8).split(separator: "\n")
    return (code, !home.contains { FileManager.default.fileExists(atPath: String($0)) })
  }

  @Test("One that is not installed is named as a package")
  func missing() {
    var reader = ForeignReader(limits: .standard)
    reader.office = nil
    for (format, package) in [(SourceFormat.doc, "libreoffice-writer"), (.xls, "libreoffice-calc")] {
      do throws(LanmuError) {
        _ = try reader.read(Self.document, format: format)
        Issue.record("It was read")
      } catch {
        #expect(error.code.rawValue == "foreign.missing")
        #expect(error.remedy.text(in: .chinese).contains(package) && error.remedy.text(in: .english).contains(package))
      }
    }
  }

  @Test("One that hangs is ended, and all that it started")
  func hanging() throws {
    let folder = try TemporaryDirectory()
    let child = "\(folder.path)/child"
    let clock = ContinuousClock()
    let start = clock.now
    let ending = try failure(of: "sleep 300 & echo $! > \(child); wait", timeLimit: 1)
    #expect(ending.code == "foreign.timeout" && ending.isCleanedUp)
    #expect(clock.now - start < .seconds(15))
    let number = try #require(Int32(String(contentsOfFile: child, encoding: .utf8).split(separator: "\n").first ?? ""))
    // The killed child is gone once its new parent has taken note.
    var isGone = false
    for _ in 0..<100 where !isGone {
      isGone = kill(number, 0) != 0 || Self.isZombie(number)
      if !isGone { usleep(20_000) }
    }
    #expect(isGone)
  }

  private static func isZombie(_ process: Int32) -> Bool {
    let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return status.contains(") Z ")
  }

  @Test("One that fails, crashes or writes nothing is an error", arguments: ["exit 1", "kill -9 $$", "true"])
  func failing(script: String) throws {
    let ending = try failure(of: script)
    #expect(ending.code == "foreign.failed" && ending.isCleanedUp)
  }

  @Test("What it leaves behind goes, links unfollowed")
  func leavings() throws {
    let folder = try TemporaryDirectory()
    let precious = try folder.write([1], named: "precious")
    let ending = try failure(
      of: "mkdir -p \"$HOME/a/b/c\"; echo x > \"$HOME/a/b/c/d\"; ln -s \(folder.path) \"$HOME/link\"")
    #expect(ending.isCleanedUp)
    #expect(FileManager.default.fileExists(atPath: precious))
  }

  @Test("A result that is no document is an error of the original")
  func badResult() throws {
    // The sixth word from the end is the target's folder.
    let ending = try failure(
      of: "for word; do folder=\"$output\"; output=\"$word\"; done; echo broken > \"$folder/input.docx\"")
    #expect(!ending.code.isEmpty && ending.isCleanedUp)
  }
}
