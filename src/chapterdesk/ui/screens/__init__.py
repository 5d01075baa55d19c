"""The screens, one folder each; its SCREEN places it in the sidebar and in the palette."""
