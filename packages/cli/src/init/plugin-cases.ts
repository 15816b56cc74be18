/** What the rule of a new plugin is tested with. */

/** The rows every case starts from. */
export const baseJson = `{
  "organizations": [
    { "id": "oc", "name": "县财政局机关党委", "kind": "机关党委" },
    { "id": "b1", "name": "县财政局第一党支部", "kind": "党支部", "parent": "oc" }
  ],
  "members": [],
  "sessions": [],
  "export": [{ "exportedOn": "2026-01-05", "from": "2025-01-01", "to": "2025-12-31" }]
}
`

/** Cases of the rule of a new plugin, counted by hand. */
export const casesJson = `{
  "$schema": "../../../../node_modules/@xueshi/testing/schema/cases-1.schema.json",
  "rule": "branch/field-session",
  "cases": [
    {
      "title": "上半年主题党日去了现场，下半年只有取消的、室内的和上级组织的",
      "asOf": "2025-12-31",
      "rows": {
        "sessions": [
          {
            "id": "s1",
            "organization": "b1",
            "kinds": ["主题党日"],
            "mode": "现场教学",
            "start": "2025-06-30"
          },
          { "id": "s2", "organization": "b1", "kinds": ["主题党日"], "mode": "线下", "start": "2025-07-10" },
          { "id": "s3", "organization": "b1", "kinds": ["党课"], "start": "2025-08-11" },
          {
            "id": "s4",
            "organization": "b1",
            "kinds": ["集体学习"],
            "mode": "现场教学",
            "start": "2025-09-10",
            "status": "取消"
          },
          {
            "id": "s5",
            "organization": "oc",
            "kinds": ["集体学习"],
            "mode": "现场教学",
            "start": "2025-10-10"
          }
        ]
      },
      "expect": {
        "b1": {
          "2025-H1": { "verdict": "met", "measured": 1, "required": 1 },
          "2025-H2": { "verdict": "breached", "measured": 0, "required": 1 }
        }
      }
    },
    {
      "title": "年中核对：上半年没有，下半年还来得及",
      "asOf": "2025-09-30",
      "rows": {
        "sessions": [
          { "id": "s1", "organization": "b1", "kinds": ["主题党日"], "mode": "线下", "start": "2025-06-10" },
          {
            "id": "s2",
            "organization": "b1",
            "kinds": ["集体学习"],
            "mode": "现场教学",
            "start": "2025-10-15",
            "status": "计划"
          }
        ]
      },
      "expect": {
        "b1": { "2025-H1": "breached", "2025-H2": { "verdict": "pending", "due": "2025-12-31" } }
      }
    },
    {
      "title": "联办算两个支部的；3月1日成立的支部上半年不适用",
      "asOf": "2025-12-31",
      "rows": {
        "organizations": [
          { "id": "b2", "name": "县审计局党支部", "kind": "党支部", "parent": "oc", "founded": "2025-03-01" }
        ],
        "sessions": [
          {
            "id": "s1",
            "organization": "b1",
            "kinds": ["集体学习"],
            "mode": "现场教学",
            "start": "2025-01-01"
          },
          {
            "id": "s2",
            "organization": "b1",
            "coHosts": ["b2"],
            "kinds": ["集体学习"],
            "mode": "现场教学",
            "start": "2025-12-31"
          }
        ]
      },
      "expect": {
        "b1": { "2025-H1": "met", "2025-H2": "met" },
        "b2": { "2025-H1": "not-applicable", "2025-H2": "met" }
      }
    },
    {
      "title": "数据只到11月30日：下半年没有记录时无法判断",
      "asOf": "2025-12-31",
      "rows": {
        "export": [{ "exportedOn": "2025-12-05", "from": "2025-01-01", "to": "2025-11-30" }],
        "sessions": [
          {
            "id": "s1",
            "organization": "b1",
            "kinds": ["集体学习"],
            "mode": "现场教学",
            "start": "2025-04-10"
          }
        ]
      },
      "expect": { "b1": { "2025-H1": "met", "2025-H2": "unknown" } }
    },
    {
      "title": "导出中没有“方式”一列：无法判断",
      "asOf": "2025-06-30",
      "rows": {
        "sessions": [{ "id": "s1", "organization": "b1", "kinds": ["集体学习"], "start": "2025-04-10" }]
      },
      "expect": { "b1": { "2025-H1": "unknown" } }
    },
    {
      "title": "2024年下半年文件尚未施行，不适用；2025年上半年起核对",
      "asOf": "2025-06-30",
      "rows": {
        "export": [{ "exportedOn": "2025-07-05", "from": "2024-07-01", "to": "2025-06-30" }],
        "sessions": [
          {
            "id": "s1",
            "organization": "b1",
            "kinds": ["集体学习"],
            "mode": "现场教学",
            "start": "2024-12-31"
          }
        ]
      },
      "expect": { "b1": { "2024-H2": "not-applicable", "2025-H1": "breached" } }
    },
    {
      "title": "某单位要求每半年两次（设定 sessions = 2）",
      "asOf": "2025-06-30",
      "parameters": { "sessions": 2 },
      "rows": {
        "export": [{ "exportedOn": "2025-07-05", "from": "2025-01-01", "to": "2025-06-30" }],
        "sessions": [
          {
            "id": "s1",
            "organization": "b1",
            "kinds": ["集体学习"],
            "mode": "现场教学",
            "start": "2025-02-10"
          }
        ]
      },
      "expect": { "b1": { "2025-H1": { "verdict": "breached", "measured": 1, "required": 2 } } }
    }
  ]
}
`
