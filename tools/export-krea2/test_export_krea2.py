"""Tests of the exporter. Without PyTorch only what doesn't need it runs; the rest is skipped by name."""
import hashlib, importlib.util, json, pathlib, sys, tempfile, types, unittest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
HAS_TORCH = importlib.util.find_spec("torch") is not None and importlib.util.find_spec("onnxscript") is not None
BUNDLES = sorted(ROOT.glob("tests/golden/*/bundle")) + [ROOT / "services/generation/models/krea-2-nano"]


def load():
    """The script as a module; where torch is absent, a stand-in with just the names that its top level mentions."""
    if not HAS_TORCH:
        torch, nn = types.ModuleType("torch"), types.ModuleType("torch.nn")
        nn.Module, torch.nn = object, nn
        sys.modules.setdefault("torch", torch)
        sys.modules.setdefault("torch.nn", nn)
    spec = importlib.util.spec_from_file_location("export_krea2", HERE / "export_krea2.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


EXPORTER = load()


class Hashing(unittest.TestCase):
    def test_hash_of_a_file_is_its_sha256(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "weights"
            path.write_bytes(b"krea" * 5_000_000)
            self.assertEqual(EXPORTER.sha256(path), hashlib.sha256(path.read_bytes()).hexdigest())


class CommandLine(unittest.TestCase):
    def test_a_source_a_bundle_and_an_id_are_needed(self):
        for arguments in ([], ["source", "bundle"], ["source", "bundle", "--id", "x", "--dtype", "float8"]):
            sys.argv = ["export_krea2.py", *arguments]
            with self.assertRaises(SystemExit), open("/dev/null", "w") as silent:
                before, sys.stderr = sys.stderr, silent
                try:
                    EXPORTER.main()
                finally:
                    sys.stderr = before


class Contract(unittest.TestCase):
    def test_bundles_of_this_repository_keep_it(self):
        self.assertTrue(BUNDLES)
        for folder in BUNDLES:
            with self.subTest(folder.parent.name if folder.name == "bundle" else folder.name):
                bundle = json.loads((folder / "bundle.json").read_text())
                self.assertEqual((bundle["format"], bundle["family"]), (1, "krea-2"))
                for field in ("id", "dtype", "prompt", "latents", "schedule", "defaults", "licence", "files"):
                    self.assertIn(field, bundle)
                for name, digest in bundle["files"].items():
                    self.assertEqual(EXPORTER.sha256(folder / name), digest, name)

    def test_exported_bundles_carry_the_scripts_template(self):
        for folder in ROOT.glob("tests/golden/*/bundle"):
            prompt = json.loads((folder / "bundle.json").read_text())["prompt"]
            self.assertEqual((prompt["prefix"], prompt["suffix"]), (EXPORTER.PREFIX, EXPORTER.SUFFIX))


@unittest.skipUnless(HAS_TORCH, "PyTorch and onnxscript are not installed")
class Export(unittest.TestCase):
    def test_a_module_becomes_a_file_with_its_names(self):
        import torch
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "linear.onnx"
            EXPORTER.export(torch.nn.Linear(4, 2), path, {"input": torch.randn(2, 4)}, ["output"], ({0: torch.export.Dim.DYNAMIC},))
            self.assertTrue(path.exists())


if __name__ == "__main__":
    unittest.main()
