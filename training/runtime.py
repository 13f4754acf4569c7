# SPDX-License-Identifier: Apache-2.0
"""Runs an exported model (ONNX or OpenVINO IR) on batches, as scoring.py wants it."""
import openvino as ov

import ragged


def openvino_runner(path, threads=1):
    """Scores in f32 arithmetic wherever the model is not int8, so that runs are equal."""
    compiled = ov.Core().compile_model(str(path), "CPU", {"INFERENCE_PRECISION_HINT": "f32", "INFERENCE_NUM_THREADS": threads,
                                                          "NUM_STREAMS": 1, "PERFORMANCE_HINT": "LATENCY"})

    def run(inputs):
        outputs = compiled(inputs)
        return {name: outputs[compiled.output(name)] for name in ragged.OUTPUTS}
    return ragged.runner(run)


def onnx_runner(path, threads=1):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    return ragged.runner(lambda inputs: dict(zip(ragged.OUTPUTS, session.run(list(ragged.OUTPUTS), inputs))))
