import Synchronization
internal import LanmuDiagnostics

/// What many threads have finished, in the order of the work and not of the threads.
final class ResultBox: Sendable {
  private struct State: Sendable {
    var diagnostics: [[Diagnostic]]
    var errors: [Int: LanmuError] = [:]
    var done = 0
  }

  private let state: Mutex<State>

  init(count: Int) {
    state = Mutex(State(diagnostics: Array(repeating: [], count: count)))
  }

  /// Stores a result and returns how many there are now.
  func finish(_ place: Int, _ diagnostics: [Diagnostic]) -> Int {
    state.withLock { state in
      state.diagnostics[place] = diagnostics
      state.done += 1
      return state.done
    }
  }

  func fail(_ place: Int, _ error: LanmuError) {
    state.withLock { $0.errors[place] = error }
  }

  var hasFailed: Bool { state.withLock { !$0.errors.isEmpty } }
  var firstError: LanmuError? { state.withLock { state in state.errors.min { $0.key < $1.key }?.value } }
  var diagnostics: [Diagnostic] { state.withLock { $0.diagnostics.flatMap(\.self) } }
}
