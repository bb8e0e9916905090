import Dispatch
import Synchronization

/// Works on runs of a list side by side, on as many cores as there are.
///
/// - Parameters:
///   - count: How long the list is.
///   - least: The shortest run that is worth a thread's while.
///   - work: What is done with a run; it must not depend on where runs begin and end.
/// - Returns: What `work` made of each run, in the order of the list.
package func concurrentRuns<Made: Sendable>(
  of count: Int, atLeast least: Int, _ work: @Sendable (Range<Int>) -> Made
) -> [Made] {
  let size = max(1, least, (count + mostRuns - 1) / mostRuns)
  let starts = Array(stride(from: 0, to: count, by: size))
  guard starts.count > 1 else { return starts.map { work($0..<count) } }
  let made = Mutex([Made?](repeating: nil, count: starts.count))
  DispatchQueue.concurrentPerform(iterations: starts.count) { place in
    let result = work(starts[place]..<min(count, starts[place] + size))
    made.withLock { $0[place] = result }
  }
  return made.withLock { $0.compactMap { $0 } }
}

/// More runs than cores, so that a core that is done early finds more to do.
private let mostRuns = 8
