import LanmuPlan
import Testing

@Suite("The directory of units")
struct UnitDirectoryTests {
  @Test func everyBuiltInNameLeadsToOneBody() {
    for body in UnitDirectory.builtIn.bodies {
      for name in [body.name] + body.aliases {
        #expect(UnitDirectory.builtIn.body(named: name)?.name == body.name, "\(name) of \(body.name)")
      }
    }
  }

  @Test func placesAndLevelsAreLeftAside() {
    #expect(UnitDirectory.builtIn.body(named: "市发展改革委")?.name == "发展和改革局")
    #expect(UnitDirectory.builtIn.body(named: "区政府办")?.name == "人民政府办公室")
    #expect(UnitDirectory.builtIn.body(named: "县委办")?.name == "委员会办公室")
    #expect(UnitDirectory.builtIn.body(named: "市场监管局")?.name == "市场监督管理局")
  }

  @Test func aUsersNamesComeFirst() {
    let own = UnitDirectory(bodies: [UnitDirectory.Body(name: "民政和社会事务局", aliases: ["民政局"])])
    #expect(own.adding(.builtIn).body(named: "县民政局")?.name == "民政和社会事务局")
  }
}
