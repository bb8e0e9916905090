/// The workbook templates that are built into the command.
public enum BuiltInTemplates {}
