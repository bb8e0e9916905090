// Users of the library import `Lanmu` alone: everything that its results are made of comes with it.
@_exported public import LanmuAnalysis
@_exported public import LanmuContainer
@_exported public import LanmuDiagnostics
@_exported public import LanmuGrid
@_exported public import LanmuPlan
@_exported public import LanmuReaders
@_exported public import LanmuRecognition
@_exported public import LanmuReports
