import Dispatch
public import LanmuContainer
public import LanmuDiagnostics
public import LanmuPlan
public import LanmuReaders
import Synchronization

extension PlanReader {
  /// Reads several plans at once, on as many cores as there are.
  ///
  /// - Returns: The plans in the order of their sources.
  /// - Throws: The error of the first source that cannot be read.
  public func read(_ sources: [ByteSource], format: SourceFormat? = nil) throws(LanmuError) -> [Outcome<Plan>] {
    let results = Mutex([Int: Result<Outcome<Plan>, LanmuError>]())
    DispatchQueue.concurrentPerform(iterations: sources.count) { place in
      let result: Result<Outcome<Plan>, LanmuError>
      do throws(LanmuError) {
        result = .success(try read(sources[place], format: format))
      } catch {
        result = .failure(error)
      }
      results.withLock { $0[place] = result }
    }
    let finished = results.withLock { $0 }
    var plans: [Outcome<Plan>] = []
    for place in sources.indices {
      guard let result = finished[place] else { continue }
      plans.append(try result.get())
    }
    return plans
  }
}
