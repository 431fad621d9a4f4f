/// The JSON Schema (2020-12) that ``diagnosticsJSON(_:files:)`` validates against.
///
/// Members may be added within `rulec.check/1`; none is removed and none changes its meaning.
package let checkSchema = ##"""
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "urn:rulec:check:1",
    "title": "rulec check",
    "type": "object",
    "properties": {
      "schema": {"const": "rulec.check/1"},
      "diagnostics": {
        "type": "array",
        "items": {"$ref": "#/$defs/diagnostic"},
        "description": "What is left when comments and the baseline have hidden what they allow."
      }
    },
    "required": ["schema", "diagnostics"],
    "additionalProperties": true,
    "$defs": {
      "place": {
        "type": "object",
        "description": "Lines and columns count from 1, columns in characters; the end is behind the last one.",
        "properties": {
          "file": {"type": ["string", "null"]},
          "line": {"$ref": "#/$defs/number"},
          "column": {"$ref": "#/$defs/number"},
          "endLine": {"$ref": "#/$defs/number"},
          "endColumn": {"$ref": "#/$defs/number"}
        },
        "required": ["file", "line", "column", "endLine", "endColumn"]
      },
      "number": {"type": ["integer", "null"], "minimum": 1},
      "diagnostic": {
        "type": "object",
        "allOf": [{"$ref": "#/$defs/place"}],
        "properties": {
          "code": {"type": "string", "pattern": "^R[0-9]{4}$"},
          "severity": {"enum": ["error", "warning"]},
          "message": {"type": "string"},
          "help": {"type": ["string", "null"], "description": "What to do."},
          "related": {
            "type": "array",
            "items": {
              "type": "object",
              "allOf": [{"$ref": "#/$defs/place"}],
              "properties": {"label": {"type": "string"}},
              "required": ["label"],
              "additionalProperties": true
            }
          },
          "fix": {
            "anyOf": [{"$ref": "#/$defs/fix"}, {"type": "null"}],
            "description": "Null where only the author knows how to repair it."
          }
        },
        "required": ["code", "severity", "message", "help", "related", "fix"],
        "additionalProperties": true
      },
      "fix": {
        "type": "object",
        "properties": {
          "title": {"type": "string"},
          "safety": {
            "enum": ["safe", "unsafe"],
            "description": "Unsafe is a guess at what was meant, or a change of what the rules say."
          },
          "edits": {
            "type": "array",
            "minItems": 1,
            "items": {
              "type": "object",
              "allOf": [{"$ref": "#/$defs/place"}],
              "properties": {
                "replacement": {"type": "string", "description": "What comes in place of what stands there."}
              },
              "required": ["replacement"],
              "additionalProperties": true
            }
          }
        },
        "required": ["title", "safety", "edits"],
        "additionalProperties": true
      }
    }
  }
  """##
