/* Writes the ledger of `LanmuBenchmarks write ROWS FILE` with libxlsxwriter alone: `ledger ROWS FILE`. */
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

static lxw_format *format(lxw_workbook *workbook, int alignment, const char *code) {
  lxw_format *format = workbook_add_format(workbook);
  format_set_font_name(format, "宋体");
  format_set_font_size(format, 10);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_align(format, alignment);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_text_wrap(format);
  if (code) format_set_num_format(format, code);
  return format;
}

int main(int count, char **words) {
  if (count != 3) return 64;
  int rows = atoi(words[1]);
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *workbook = workbook_new_opt(words[2], &options);
  lxw_doc_properties properties = {.created = 1577836800};
  workbook_set_properties(workbook, &properties);
  lxw_worksheet *sheet = workbook_add_worksheet(workbook, "栏目更新情况");

  const double widths[] = {6, 30, 18, 16, 12, 9, 9, 10, 34, 9};
  for (int i = 0; i < 10; i++) worksheet_set_column(sheet, i, i, widths[i], NULL);
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 9);
  worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.6);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_center_horizontally(sheet);
  worksheet_repeat_rows(sheet, 0, 0);
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_set_footer(sheet, "&C第 &P 页 共 &N 页");

  lxw_format *header = format(workbook, LXW_ALIGN_CENTER, NULL);
  format_set_font_name(header, "黑体");
  format_set_bg_color(header, 0xE7E6E6);
  lxw_format *number = format(workbook, LXW_ALIGN_CENTER, "0");
  lxw_format *body = format(workbook, LXW_ALIGN_LEFT, NULL);
  lxw_format *day = format(workbook, LXW_ALIGN_CENTER, "yyyy-mm-dd");
  lxw_format *center = format(workbook, LXW_ALIGN_CENTER, NULL);
  lxw_format *percent = format(workbook, LXW_ALIGN_CENTER, "0.0%");

  const char *labels[] = {"序号", "栏目路径", "单位", "更新要求", "最后更新", "本月", "本年", "状态", "最后标题", "占比"};
  worksheet_set_row(sheet, 0, 17, NULL);
  for (int i = 0; i < 10; i++) worksheet_write_string(sheet, 0, i, labels[i], header);
  const char *states[] = {"按期", "逾期", "即将到期", "按需"};
  const int months[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  const int year = 46023; /* 2026-01-01 */
  char text[200];
  for (int row = 1; row <= rows; row++) {
    worksheet_set_row(sheet, row, 17, NULL);
    worksheet_write_number(sheet, row, 0, row, number);
    snprintf(text, sizeof text, "政务公开/重点领域/栏目%d", row);
    worksheet_write_string(sheet, row, 1, text, body);
    snprintf(text, sizeof text, "县第%d局", row % 50);
    worksheet_write_string(sheet, row, 2, text, body);
    snprintf(text, sizeof text, "%d个月内更新", row % 6 + 1);
    worksheet_write_string(sheet, row, 3, text, body);
    worksheet_write_number(sheet, row, 4, year + months[row % 12] + row % 28, day);
    worksheet_write_number(sheet, row, 5, row % 17, number);
    worksheet_write_number(sheet, row, 6, row % 211, number);
    worksheet_write_string(sheet, row, 7, states[row % 4], center);
    snprintf(text, sizeof text, "关于第%d号事项的通知", row);
    worksheet_write_string(sheet, row, 8, text, body);
    worksheet_write_number(sheet, row, 9, (row % 1000) / 1000.0, percent);
  }
  return workbook_close(workbook);
}
