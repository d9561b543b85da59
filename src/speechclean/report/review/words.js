"use strict";

// What the page says, in both languages: the one that the run was told to speak, or else the browser's.
const WORDS = {
  en: {
    alike: (n) => `all ${n} like it`, alikeBack: (n) => `take all ${n} back`,
    anyDecision: "all changes", anyFamily: "all families", anyRule: "all rules", anySafety: "any safety",
    at: (line, column) => `line ${line}, column ${column}`,
    butScript: "all but conversions", byChanges: "by changes", byName: "by name", byShare: "by share removed",
    changes: (n) => `${number(n)} ${n === 1 ? "change" : "changes"}`,
    chart: "What each rule took", close: "Close",
    cleaned: "cleaned", decided: "Filter by decision", earlier: "Refused before",
    earlierTold: "These refusals were honoured in this run and are part of what is exported. Untick one to take it back.",
    empty: "Nothing matches. Change the filters, or clear the search.",
    export: "Export", exported: (n) => `decisions.json holds ${number(n)} ${n === 1 ? "refusal" : "refusals"}. Run again with --decisions decisions.json`,
    failed: "failed", family: "Filter by family", fewer: "fewer", files: "Files", held: "held",
    keys: "Keys", language: "中文", more: (n) => `${n} more`,
    nextFile: "next, previous file", next: "Next change", nothing: "nothing",
    noted: { gap: "text is missing here", mask: "masked by somebody", mojibake: "damage that cannot be repaired for certain", held: "would have been removed", suspect: "looks like noise, was kept" },
    notes: "Seen and left alone", onlyOpen: "not refused", onlyRefused: "refused", order: "Order of the files",
    previous: "Previous change", refuse: "Refuse", removed: (n) => `${number(n)} ${n === 1 ? "character" : "characters"} removed`,
    reset: "leave the search", rule: "Filter by rule", safe: "safe", safety: "Filter by safety",
    search: "Search changes and texts", takeBack: "Take back", truncated: "a part of the text is missing",
    unchanged: "unchanged", unchangedFiles: (n) => `${number(n)} without anything to show`, unsafe: "unsafe",
    keyNext: "next, previous change", keyRefuse: "refuse the change, or take it back", keyAlike: "the same for all that are like it",
    keySearch: "search", keyExport: "export decisions", filesOf: (n, all) => `${number(n)} of ${number(all)} files`,
  },
  zh: {
    alike: (n) => `相同的 ${n} 处全部`, alikeBack: (n) => `撤回相同的 ${n} 处`,
    anyDecision: "全部改动", anyFamily: "全部类别", anyRule: "全部规则", anySafety: "稳妥与冒险",
    at: (line, column) => `第 ${line} 行，第 ${column} 列`,
    butScript: "不看繁简转换", byChanges: "按改动数", byName: "按名称", byShare: "按删除比例",
    changes: (n) => `${number(n)} 处改动`,
    chart: "各规则处理的字数", close: "关闭",
    cleaned: "已清理", decided: "按决定筛选", earlier: "此前已拒绝",
    earlierTold: "本次运行已遵照这些拒绝，导出时一并写入。取消勾选即撤回。",
    empty: "没有符合条件的内容。请调整筛选，或清空搜索。",
    export: "导出", exported: (n) => `decisions.json 含 ${number(n)} 条拒绝。请用 --decisions decisions.json 重新运行`,
    failed: "失败", family: "按类别筛选", fewer: "收起", files: "文件", held: "暂缓",
    keys: "按键", language: "English", more: (n) => `另有 ${n} 条`,
    nextFile: "下一个、上一个文件", next: "下一处改动", nothing: "（无）",
    noted: { gap: "此处缺文", mask: "他人遮盖", mojibake: "无法确证修复的乱码", held: "本应删除", suspect: "疑似杂质，未动" },
    notes: "看见而未动", onlyOpen: "未拒绝", onlyRefused: "已拒绝", order: "文件排序",
    previous: "上一处改动", refuse: "拒绝", removed: (n) => `删除 ${number(n)} 字`,
    reset: "离开搜索", rule: "按规则筛选", safe: "稳妥", safety: "按稳妥程度筛选",
    search: "搜索改动与正文", takeBack: "撤回拒绝", truncated: "正文有缺失",
    unchanged: "未变", unchangedFiles: (n) => `${number(n)} 个文件无可显示`, unsafe: "冒险",
    keyNext: "下一处、上一处改动", keyRefuse: "拒绝此处改动，或撤回", keyAlike: "对相同的改动一并处理",
    keySearch: "搜索", keyExport: "导出决定", filesOf: (n, all) => `${number(n)} / ${number(all)} 个文件`,
  },
};

const INDEX = JSON.parse(document.getElementById("index").textContent);
let language = INDEX.language === "zh" || navigator.language.startsWith("zh") ? "zh" : "en";

const say = (word, ...values) => {
  const said = WORDS[language][word];
  return typeof said === "function" ? said(...values) : said;
};

function number(n) {
  return String(n).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}

// Put the words into every element that asks for one.
function speak() {
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  for (const element of document.querySelectorAll("[data-word-label]")) {
    element.setAttribute("aria-label", say(element.dataset.wordLabel));
    element.title = say(element.dataset.wordLabel);
  }
  for (const element of document.querySelectorAll("[data-word-placeholder]")) element.placeholder = say(element.dataset.wordPlaceholder);
}
