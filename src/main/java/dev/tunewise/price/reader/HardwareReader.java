package dev.tunewise.price.reader;

import dev.tunewise.diagnostics.Problems;
import dev.tunewise.price.file.PositionedJson;
import dev.tunewise.price.offer.GoneModel;
import dev.tunewise.price.offer.GpuSpec;
import dev.tunewise.price.offer.OpenModel;
import dev.tunewise.price.offer.SizeClass;
import java.util.List;

/** Reads the tables of GPUs and open models. */
public final class HardwareReader {
    public static List<GpuSpec> specs(List<PositionedJson.Obj> rows, Problems problems) {
        return EntryFields.each(
                rows,
                "GPU",
                problems,
                fields -> new GpuSpec(
                        fields.required("gpu"),
                        fields.requiredWhole("memory_gb"),
                        fields.requiredNumber("memory_tb_per_s"),
                        fields.requiredNumber("bf16_tflops"),
                        fields.text("source")));
    }

    public static List<GoneModel> gone(List<PositionedJson.Obj> rows, Problems problems) {
        return EntryFields.each(
                rows,
                "Gone model",
                problems,
                fields -> new GoneModel(
                        fields.required("name"),
                        fields.required("provider"),
                        SizeClass.labelled(fields.required("size_class")).orElse(SizeClass.MEDIUM),
                        fields.date("ended")));
    }

    public static List<OpenModel> openModels(List<PositionedJson.Obj> rows, Problems problems) {
        return EntryFields.each(
                rows,
                "Open model",
                problems,
                fields -> new OpenModel(
                        fields.required("id"),
                        fields.required("name"),
                        fields.requiredNumber("params_billion"),
                        fields.requiredNumber("active_billion"),
                        fields.requiredWhole("layers"),
                        fields.requiredWhole("kv_heads"),
                        fields.requiredWhole("head_dim"),
                        fields.requiredWhole("hidden"),
                        fields.requiredWhole("intermediate"),
                        fields.requiredNumber("weight_bytes"),
                        fields.required("weight_format"),
                        fields.list("serverless_offers"),
                        fields.list("dedicated_offers")));
    }
}
